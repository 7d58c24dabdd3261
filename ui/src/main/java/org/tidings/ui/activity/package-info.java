/// What others did that concerns us, and what of it we have not seen yet.
@NullMarked
package org.tidings.ui.activity;

import org.jspecify.annotations.NullMarked;
