@NullMarked
package org.tidings.ui;

import org.jspecify.annotations.NullMarked;
