/// Opening a data folder: becoming its owner and building all parts of the program on top, or
/// reaching the process that owns it already.
@NullMarked
package org.tidings.app.owner;

import org.jspecify.annotations.NullMarked;
