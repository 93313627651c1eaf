/* How a kind reports a mistake that no table row can describe, at the right line and column. */
#ifndef CONTENT_CHECK_H
#define CONTENT_CHECK_H

struct document_check;

/* Reports at the place named by `path`: keys and list indices from the document's root joined by
   dots, "questions.2.answers". Where that key is not in the file the nearest parent is marked.
   Both sentences say what is wrong and what would be right; copied. */
void check_report(struct document_check *check, const char *path, const char *zh, const char *en);

#endif
