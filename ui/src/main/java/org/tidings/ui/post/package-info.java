/// One post as people see it, wherever it stands: its author, its text, and what may be done with
/// it.
@NullMarked
package org.tidings.ui.post;

import org.jspecify.annotations.NullMarked;
