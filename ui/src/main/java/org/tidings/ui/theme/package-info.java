/// How the window looks: fonts, the stylesheet and its light and dark palettes.
@NullMarked
package org.tidings.ui.theme;

import org.jspecify.annotations.NullMarked;
