/// What a person may set about the window, and what there is to know about the program.
@NullMarked
package org.tidings.ui.settings;

import org.jspecify.annotations.NullMarked;
