@NullMarked
package org.tidings.crypto;

import org.jspecify.annotations.NullMarked;
