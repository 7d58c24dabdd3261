/// The one SQLite file: one writer, several readers, numbered migrations, one class per table.
@NullMarked
package org.tidings.feed.store;

import org.jspecify.annotations.NullMarked;
