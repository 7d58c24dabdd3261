/// Where texts, names and other words are written, in every script and with emoji.
@NullMarked
package org.tidings.ui.writing;

import org.jspecify.annotations.NullMarked;
