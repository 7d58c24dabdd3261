/// Messages that go out into a file, and come in from one.
@NullMarked
package org.tidings.ui.transfer;

import org.jspecify.annotations.NullMarked;
