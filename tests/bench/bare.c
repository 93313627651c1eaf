/* What any SDL program must do before it shows a line of Chinese: what ours is measured against. */
#include <stdio.h>

#include <SDL.h>
#include <SDL_ttf.h>

enum { WIDTH = 1920, HEIGHT = 1080, SIZE = 44, CHINESE = 2 };

static void show_line(SDL_Window *window, const char *path) {
    SDL_Surface *surface = SDL_GetWindowSurface(window);
    TTF_Font *font = TTF_OpenFontIndex(path, SIZE, CHINESE);
    SDL_Color paper = {244, 241, 234, 255};
    SDL_Surface *words = font ? TTF_RenderUTF8_Blended(font, "网络安全科技馆", paper) : NULL;
    if (!surface || !words) {
        (void)fprintf(stderr, "%s\n", SDL_GetError());
        return;
    }
    SDL_Rect place = {96, 96, words->w, words->h};
    (void)SDL_BlitSurface(words, NULL, surface, &place);
    (void)SDL_UpdateWindowSurface(window);
    SDL_FreeSurface(words);
}

int main(int count, char **arguments) {
    (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (count < 2 || SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        (void)fprintf(stderr, "usage: bare FONT, with a display\n");
        return 1;
    }
    SDL_Window *window = SDL_CreateWindow("bare", 0, 0, WIDTH, HEIGHT, SDL_WINDOW_BORDERLESS);
    show_line(window, arguments[1]);
    SDL_Event event;
    while (SDL_WaitEvent(&event) && event.type != SDL_QUIT) {
    }
    SDL_Quit();
    return 0;
}
