package org.tidings.feed.index;

/// Makes an index that works on the tables of these names.
@FunctionalInterface
public interface IndexFactory {
  Index on(Tables tables);
}
