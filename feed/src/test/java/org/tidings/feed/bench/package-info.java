/// Speed, measured on demand and never asserted: `mvn -pl feed -am test -Pbench` prints a table.
@NullMarked
package org.tidings.feed.bench;

import org.jspecify.annotations.NullMarked;
