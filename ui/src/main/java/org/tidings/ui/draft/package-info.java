/// What the person has begun to write and not posted, wherever that was.
@NullMarked
package org.tidings.ui.draft;

import org.jspecify.annotations.NullMarked;
