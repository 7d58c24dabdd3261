/// Writing: new posts and replies, their preview, and drafts that are never lost.
@NullMarked
package org.tidings.ui.compose;

import org.jspecify.annotations.NullMarked;
