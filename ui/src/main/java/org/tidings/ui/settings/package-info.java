/// What a person may set about the window, and where it is kept.
@NullMarked
package org.tidings.ui.settings;

import org.jspecify.annotations.NullMarked;
