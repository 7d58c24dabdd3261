/// Which words of a text are misspelt, by the Hunspell dictionaries the system has (decision 0015).
@NullMarked
package org.tidings.ui.spelling;

import org.jspecify.annotations.NullMarked;
