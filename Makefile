# Builds, runs, tests and installs the exhibit kiosk. `make help` lists what there is.

# The one list of Debian packages: README, CI and packaging read it from here (make packages-list).
PACKAGES_BUILD := build-essential pkg-config libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev \
	libvlc-dev libvlccore-dev libyaml-dev libicu-dev libfontconfig-dev libharfbuzz-dev \
	librsvg2-dev libcairo2-dev libpango1.0-dev libpixman-1-dev libyuv-dev libseccomp-dev libxxhash-dev
PACKAGES_RUN := fonts-noto-cjk librsvg2-2 libsdl2-image-2.0-0 libvlc5 libvlc-bin vlc-plugin-base xvfb
PACKAGES_TEST := libcmocka-dev clang clang-format clang-tidy libclang-rt-14-dev ffmpeg xdotool \
	imagemagick graphviz valgrind strace xserver-xorg-core xserver-xorg-video-dummy python3-jsonschema python3-ruamel.yaml

# Other players, which the bench measures ours against where they are there.
PACKAGES_BENCH := mpv vlc-bin vlc-plugin-base vlc-plugin-video-output

SANITIZE ?=
BUILD ?= build$(if $(SANITIZE),/sanitize)
PREFIX ?= /usr/local
DESTDIR ?=
CONTENTDIR ?= $(PREFIX)/share/kiosk
STATEDIR ?= /var/lib/kiosk
# The program looks there by itself.
CONFIGFILE ?= $(if $(filter /usr,$(PREFIX)),/etc,$(PREFIX)/etc)/kiosk/kiosk.conf
VERSION := 0.1.0

# Rooms from the lowest floor up; a room may include its own floor's and lower floors' headers as
# tests/floors says.
ROOMS := base content input media sound keeper draw scene screen kinds stage commands
LIBRARIES := $(foreach room,$(ROOMS),$(BUILD)/lib$(room).a)

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wcast-qual -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Werror=incompatible-pointer-types \
	-Werror=compare-distinct-pointer-types -Werror=implicit-function-declaration
ifeq ($(findstring clang,$(CC)),)
WARNINGS := $(filter-out -Werror=compare-distinct-pointer-types,$(WARNINGS))
endif
HARDENING := -fstack-protector-strong -fPIE $(if $(SANITIZE),,-D_FORTIFY_SOURCE=3)
LIBS_SDL = sdl2 SDL2_ttf SDL2_image
LIBS_KIOSK = $(LIBS_SDL) yaml-0.1 libxxhash icu-uc icu-i18n fontconfig harfbuzz librsvg-2.0 cairo pixman-1
LIBS_PLAYER = libvlc vlc-plugin libseccomp
LIBS_EXPLAINER = yaml-0.1 libxxhash cairo pangocairo librsvg-2.0

# The sanitized tree only runs tests: quick to build, with the line numbers of its reports.
CFLAGS ?= $(if $(SANITIZE),-O1 -g1,-O2 -g)
ifdef WERROR
WARNINGS += -Werror
endif
# V=1 shows whole commands.
say = $(if $(V),,@echo '  $(1)';)
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -Ikiosk -I$(BUILD) $(WARNINGS) $(HARDENING) $(CFLAGS) \
	$(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer -fno-sanitize-recover=all) \
	-DKIOSK_VERSION=\"$(VERSION)\" -MMD -MP
PKG_CFLAGS := $(shell pkg-config --cflags $(LIBS_KIOSK) $(LIBS_PLAYER) $(LIBS_EXPLAINER) cmocka 2>/dev/null | sed 's/-I/-isystem /g')
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now $(if $(SANITIZE),-fsanitize=$(SANITIZE)) $(LDFLAGS)

.PHONY: all
all: $(BUILD)/kiosk $(BUILD)/kiosk-player

KIND_FILES := $(sort $(filter-out kiosk/kinds/kinds.c,$(wildcard kiosk/kinds/*.c)))
define ROOM_RULES
$(1)_OBJECTS := $$(patsubst kiosk/%.c,$$(BUILD)/%.o,$$(wildcard kiosk/$(1)/*.c))
$$(BUILD)/lib$(1).a: $$($(1)_OBJECTS)
	@mkdir -p $$(@D)
	@$$(if $$^,rm -f $$@ && $$(AR) rcs $$@ $$^,rm -f $$@ && $$(AR) rcs $$@)
endef
$(foreach room,$(ROOMS) player explainer,$(eval $(call ROOM_RULES,$(room))))

$(BUILD)/%.o: kiosk/%.c Makefile
	@mkdir -p $(@D)
	$(call say,CC $@)$(CC) $(ALL_CFLAGS) $(PKG_CFLAGS) -c $< -o $@

# One KIND(name) a file in kiosk/kinds/: adding the file is adding the kind.
$(BUILD)/kinds.inc: $(KIND_FILES) kiosk/kinds
	@mkdir -p $(@D)
	@for file in $(notdir $(KIND_FILES:.c=)); do echo "KIND($$file)"; done > $@.new
	@cmp -s $@.new $@ || cp $@.new $@
	@rm $@.new
$(BUILD)/kinds/kinds.o: $(BUILD)/kinds.inc

# The archives name each other's symbols only downwards, so top-down is the link order.
link_order = $(if $(1),$(call link_order,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
rooms_up_to = $(if $(filter $(1),$(firstword $(2))),$(firstword $(2)),$(firstword $(2)) $(call rooms_up_to,$(1),$(wordlist 2,$(words $(2)),$(2))))

$(BUILD)/kiosk: $(BUILD)/main.o $(LIBRARIES)
	$(call say,LD $@)$(CC) $(ALL_LDFLAGS) -o $@ $< $(call link_order,$(LIBRARIES)) \
		$(shell pkg-config --libs $(LIBS_KIOSK)) -lyuv -lm -lpthread

$(BUILD)/kiosk-player: $(BUILD)/libplayer.a $(BUILD)/libmedia.a $(BUILD)/libbase.a
	$(call say,LD $@)$(CC) $(ALL_LDFLAGS) -o $@ -Wl,--whole-archive $< -Wl,--no-whole-archive $(BUILD)/libmedia.a \
		$(BUILD)/libbase.a $(shell pkg-config --libs $(LIBS_PLAYER)) -lm -lpthread

$(BUILD)/kiosk-explainer: $(BUILD)/libexplainer.a $(BUILD)/libdraw.a $(BUILD)/libcontent.a $(BUILD)/libbase.a
	$(call say,LD $@)$(CC) $(ALL_LDFLAGS) -o $@ -Wl,--whole-archive $< -Wl,--no-whole-archive \
		$(BUILD)/libdraw.a $(BUILD)/libcontent.a $(BUILD)/libbase.a $(shell pkg-config --libs $(LIBS_EXPLAINER)) -lm

# Unit tests: tests/unit/ROOM_WHAT.c links ROOM and the rooms before it.

# What only counts says nothing new under sanitizers.
COUNTING := tests/unit/commands_counts.c
UNIT_SOURCES := $(sort $(filter-out $(if $(SANITIZE),$(COUNTING)),$(wildcard tests/unit/*.c)))
UNIT_TESTS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/unit/%)
room_of = $(firstword $(subst _, ,$(notdir $(1))))
rooms_below = $(if $(filter $(1),$(ROOMS)),$(call rooms_up_to,$(1),$(ROOMS)),$(ROOMS))
# The explainer is a program of its own, on three rooms of the kiosk.
rooms_of = $(if $(filter explainer,$(call room_of,$(1))),base content draw explainer,$(call rooms_below,$(call room_of,$(1))))

# A test's own lines run once: optimising them in full would take half of the time that building
# them takes.
UNIT_CFLAGS = $(filter-out -O% -D_FORTIFY_SOURCE=3,$(ALL_CFLAGS)) -Og

define UNIT_RULES
$(BUILD)/unit/$(1): tests/unit/$(1).c $$(foreach room,$$(call rooms_of,$(1)),$$(BUILD)/lib$$(room).a) Makefile
	@mkdir -p $$(@D)
	$$(call say,LD $$@)$$(CC) $$(UNIT_CFLAGS) $$(PKG_CFLAGS) -Itests $$(ALL_LDFLAGS) -o $$@ $$< \
		$$(call link_order,$$(filter %.a,$$^)) $$(shell pkg-config --libs $$(LIBS_KIOSK) $$(if $$(filter explainer_%,$(1)),$$(LIBS_EXPLAINER)) cmocka) -lyuv -lm -lpthread
endef
$(foreach test,$(UNIT_SOURCES:tests/unit/%.c=%),$(eval $(call UNIT_RULES,$(test))))

# Calls that this test counts on their way.
COUNTED := stage_frame text_cache_keep TTF_RenderUTF8_Blended drawing_render SDL_CreateTexture \
	SDL_UpdateTexture malloc calloc realloc
$(BUILD)/unit/commands_counts: ALL_LDFLAGS += $(COUNTED:%=-Wl,--wrap=%)

# A visit under callgrind, which counts its instructions.
$(BUILD)/fixed-visit: tests/tools/fixed_visit.c $(LIBRARIES) Makefile
	@mkdir -p $(@D)
	$(call say,LD $@)$(CC) $(ALL_CFLAGS) $(PKG_CFLAGS) -Itests $(ALL_LDFLAGS) -Wl,--wrap=syscall -o $@ $< \
		$(call link_order,$(LIBRARIES)) $(shell pkg-config --libs $(LIBS_KIOSK)) -lyuv -lm -lpthread

.PHONY: units
units: $(UNIT_TESTS)

# The bench: programs that measure, each linked to all rooms.
BENCH_PROGRAMS := drawing content player pictures
define BENCH_RULES
$(BUILD)/bench/$(1): tests/bench/$(1).c $$(LIBRARIES) Makefile
	@mkdir -p $$(@D)
	$$(call say,LD $$@)$$(CC) $$(ALL_CFLAGS) $$(PKG_CFLAGS) -Itests $$(ALL_LDFLAGS) -o $$@ $$< \
		$$(call link_order,$$(filter %.a,$$^)) $$(shell pkg-config --libs $$(LIBS_KIOSK)) -lyuv -lm -lpthread
endef
$(foreach program,$(BENCH_PROGRAMS),$(eval $(call BENCH_RULES,$(program))))

$(BUILD)/bench/bare: tests/bench/bare.c Makefile
	@mkdir -p $(@D)
	$(call say,LD $@)$(CC) $(ALL_CFLAGS) $(PKG_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(shell pkg-config --libs sdl2 SDL2_ttf)
$(BUILD)/bench/presents.so: tests/bench/presents.c Makefile
	@mkdir -p $(@D)
	$(call say,LD $@)$(CC) $(filter-out -fPIE,$(ALL_CFLAGS)) -fPIC $(PKG_CFLAGS) -shared -o $@ $< -ldl

# The loader under libFuzzer: clang's own build of the two rooms it is made of.
FUZZ_SOURCES := tests/fuzz/loader.c $(wildcard kiosk/content/*.c kiosk/base/*.c)
$(BUILD)/fuzz-loader: $(FUZZ_SOURCES) $(wildcard kiosk/content/*.h kiosk/base/*.h tests/*.h)
	@mkdir -p $(@D)
	$(call say,LD $@)clang -g -O1 -std=c17 -D_GNU_SOURCE -Ikiosk -Itests \
		-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -o $@ $(FUZZ_SOURCES) \
		$(shell pkg-config --libs yaml-0.1 libxxhash) -lm

.PHONY: packages-run packages-test packages-list
packages-run:
	@packaging/ensure-packages $(PACKAGES_BUILD) $(PACKAGES_RUN)
packages-test:
	@packaging/ensure-packages $(PACKAGES_BUILD) $(PACKAGES_RUN) $(PACKAGES_TEST)
packages-list:
	@printf '%s\n' $(PACKAGES_BUILD) $(PACKAGES_RUN) $(PACKAGES_TEST)

# RUN holds further options of `kiosk run`: make run RUN='--lang en --window 1280x720'
RUN ?=
.PHONY: run
run: packages-run
	@$(MAKE) --no-print-directory -j2 all
	@packaging/open-hall $(BUILD)/kiosk $(BUILD)/tour $(RUN)

# Each storyboard becomes a film, a poster and captions beside the other videos.
STORYBOARDS := $(wildcard assets/explainers/*.yaml)
.PHONY: explainers
explainers: packages-test $(STORYBOARDS:assets/explainers/%.yaml=assets/video/%.mp4)
assets/video/%.mp4: assets/explainers/%.yaml $(wildcard assets/explainers/*.svg) $(BUILD)/kiosk-explainer
	@mkdir -p assets/video
	$(BUILD)/kiosk-explainer $< . assets/video

.PHONY: schema
schema: $(BUILD)/kiosk
	@mkdir -p docs/schema
	$(BUILD)/kiosk schema --out docs/schema
	$(BUILD)/kiosk kinds --markdown --lang zh >docs/keys.zh.md
	$(BUILD)/kiosk kinds --markdown --lang en >docs/keys.en.md

# The pictures in the README, from the states that kiosk shots reaches.
PICTURES := attract=attract.personal.zh hall=hall.menu.zh \
	article=personal-password-that-lasts.page-2.en quiz=personal-qr-codes.wrong.zh \
	gallery=society-city-lifelines.first.en film=personal-passwords.playing.zh \
	sort=personal-inbox.wrong-1.zh match=society-law-match.joined.en \
	hotspot=personal-hidden-cameras.layer-2.zh scenario=enterprise-front-desk.box.en
.PHONY: pictures
pictures: $(BUILD)/kiosk
	@mkdir -p docs/pictures
	@rm -rf $(BUILD)/pictures
	$(BUILD)/kiosk shots --out $(BUILD)/pictures --size 960x540
	@for pair in $(PICTURES); do \
		cp $(BUILD)/pictures/$${pair#*=}.960x540.png docs/pictures/$${pair%%=*}.png; done

WHOLE_TESTS := $(sort $(filter-out %.sh %.md,$(wildcard tests/whole/*)))
SANITIZED_TESTS := $(patsubst tests/unit/%.c,build/sanitize/unit/%,$(filter-out $(COUNTING),$(UNIT_SOURCES)))
TESTS := tests/compilers tests/fuzz/run tests/floors tests/format tests/schema tests/shipped tests/bank tests/explainers $(WHOLE_TESTS) $(UNIT_TESTS) $(SANITIZED_TESTS)
# What takes longest comes first. Half of it waits for films to play: two more jobs than there are
# cores, and what computes between what waits, keep the cores busy.
LONG_TESTS := %/start %/commands_kinds %/media_player %/commands_visits %/media_seeks %/compilers %/mouse %/keeper_faults
in_order = $(foreach pattern,$(LONG_TESTS),$(filter $(pattern),$(1))) $(filter-out $(LONG_TESTS),$(1))

.PHONY: test
test: packages-test
	@$(MAKE) --no-print-directory -j2 WERROR=1 all units $(BUILD)/kiosk-explainer $(BUILD)/fuzz-loader $(BUILD)/fixed-visit
ifdef SANITIZE
	@BUILD=$(BUILD) LOGS=$(BUILD)/logs JOBS=4 tests/run $(call in_order,$(UNIT_TESTS))
else
	@$(MAKE) --no-print-directory -j2 SANITIZE=address,undefined all units
	@BUILD=$(BUILD) LOGS=$(BUILD)/logs JOBS=4 tests/run $(call in_order,$(TESTS))
endif

# One table of what it all costs, each figure beside its peer's. BENCH holds words and options:
# make bench BENCH='--json bench.json repaint'
BENCH ?=
.PHONY: bench bench-install
bench: packages-test
	@$(MAKE) --no-print-directory -j2 all $(BENCH_PROGRAMS:%=$(BUILD)/bench/%) $(BUILD)/bench/bare $(BUILD)/bench/presents.so
	@BUILD=$(BUILD) tests/bench/run $(BENCH)
bench-install:
	@packaging/ensure-packages $(PACKAGES_BENCH)

# What clang and clang-tidy are called with by the tests: the flags of the build itself.
.PHONY: compile-flags
compile-flags:
	@printf '%s\n' '$(filter-out -MMD -MP -O2 -g -D_FORTIFY_SOURCE=3,$(ALL_CFLAGS)) -Itests $(PKG_CFLAGS)'

# What takes long, in its full form: hours rather than minutes.
.PHONY: soak
soak: packages-test
	@$(MAKE) --no-print-directory -j2 WERROR=1 all units $(BUILD)/fuzz-loader
	@BUILD=$(BUILD) LOGS=$(BUILD)/logs LIMIT=14400 FUZZ_SECONDS=3600 STRICT=1 PLAYS=2000 TOUCHES=1000000 \
		tests/run tests/lint tests/fuzz/run $(UNIT_TESTS)

.PHONY: format lint
format:
	clang-format -i $(shell find kiosk tests -name '*.[ch]')
lint:
	@tests/lint

# An exhibition and settings that are there already are somebody's: they are left as they are.
.PHONY: install
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/libexec/kiosk \
		$(DESTDIR)$(CONTENTDIR) $(DESTDIR)$(STATEDIR) $(DESTDIR)$(dir $(CONFIGFILE))
	install -m 755 $(BUILD)/kiosk $(DESTDIR)$(PREFIX)/bin/kiosk
	install -m 755 $(BUILD)/kiosk-player $(DESTDIR)$(PREFIX)/libexec/kiosk/kiosk-player
	[ -e $(DESTDIR)$(CONTENTDIR)/scenes ] || cp -R scenes assets $(DESTDIR)$(CONTENTDIR)/
	[ -e $(DESTDIR)$(CONFIGFILE) ] || sed -e '/^state:/d' -e 's|^content:.*|content: $(CONTENTDIR)|' \
		-e 's|schema=docs/|schema=$(CONTENTDIR)/docs/|' \
		-e '$$a\\n# 可以写入的文件夹。\n# The folder that may be written.\nstate: $(STATEDIR)' \
		kiosk.conf >$(DESTDIR)$(CONFIGFILE)
	install -d $(DESTDIR)$(CONTENTDIR)/docs/schema
	install -m 644 docs/schema/*.json $(DESTDIR)$(CONTENTDIR)/docs/schema/

.PHONY: clean help
clean:
	rm -rf build
help:
	@echo 'make            builds build/kiosk and build/kiosk-player'
	@echo 'make run        installs what is missing, builds, opens the hall; RUN= adds options'
	@echo 'make test       installs what is missing, builds, passes every test'
	@echo 'make soak       the long forms of the tests'
	@echo 'make bench      what it costs, beside its peers; make bench-install installs those'
	@echo 'make explainers films the explainers from their storyboards'
	@echo 'make schema     writes docs/schema and docs/keys from the tables'
	@echo 'make install    PREFIX= DESTDIR= CONTENTDIR= STATEDIR= CONFIGFILE='
	@echo 'make format, make lint, make clean'

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
