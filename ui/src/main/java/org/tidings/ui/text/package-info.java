/// Text as JavaFX can draw it: emoji as pictures and each shaped word in a node of its own.
@NullMarked
package org.tidings.ui.text;

import org.jspecify.annotations.NullMarked;
