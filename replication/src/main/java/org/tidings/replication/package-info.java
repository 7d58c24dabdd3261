@NullMarked
package org.tidings.replication;

import org.jspecify.annotations.NullMarked;
