/// Where a person is in the window, and the way back.
@NullMarked
package org.tidings.ui.navigation;

import org.jspecify.annotations.NullMarked;
