/// Catching up with what others have: a thin line above all screens, and a card that tells more.
@NullMarked
package org.tidings.ui.sync;

import org.jspecify.annotations.NullMarked;
