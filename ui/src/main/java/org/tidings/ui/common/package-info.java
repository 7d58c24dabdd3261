/// What every screen leans on: the two threads it may use, words from the bundle, and problems put
/// plainly.
@NullMarked
package org.tidings.ui.common;

import org.jspecify.annotations.NullMarked;
