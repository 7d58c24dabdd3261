/// Small controls shared by the screens: avatars, times, icons, buttons, empty states, banners.
@NullMarked
package org.tidings.ui.control;

import org.jspecify.annotations.NullMarked;
