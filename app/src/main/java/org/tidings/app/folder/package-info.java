/// The data folder and what lies in it besides the store: where it is, who owns it, how the owner
/// is reached, settings and log files.
@NullMarked
package org.tidings.app.folder;

import org.jspecify.annotations.NullMarked;
