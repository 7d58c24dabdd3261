/// The window as a program: from the command line to a window on a data folder, and what the window
/// borrows from the program around it.
@NullMarked
package org.tidings.app.window;

import org.jspecify.annotations.NullMarked;
