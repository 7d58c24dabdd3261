package org.tidings.feed.doctor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import org.tidings.feed.store.CarvedRow;
import org.tidings.feed.store.Carving;

/// Which tree of a damaged file holds which table: as its schema says, as far as that can be read;
/// the others by what their rows look like, in the order in which tables are made, for that is the
/// order of the trees as well. Confined to one thread.
final class TableTrees {

  private static final int NAME = 1;
  private static final int ROOT = 3;
  private static final int SCHEMA_COLUMNS = 5;

  private final Carving carving;
  private final SequencedMap<String, Shape> tables;
  private final Map<String, Long> roots = new HashMap<>();
  private final boolean isSchemaWhole;

  /// @param tables in the order in which they are made
  TableTrees(Carving carving, SequencedMap<String, Shape> tables) {
    this.carving = carving;
    this.tables = tables;
    this.isSchemaWhole = carving.tree(Carving.SCHEMA, this::named);
    if (!isSchemaWhole) {
      guess();
    }
  }

  private void named(CarvedRow row) {
    if (row.values().size() == SCHEMA_COLUMNS) {
      row.value(NAME, String.class)
          .ifPresent(name -> row.value(ROOT, Long.class).ifPresent(root -> roots.put(name, root)));
    }
  }

  private void guess() {
    Set<Long> taken = new HashSet<>(roots.values());
    long last = Carving.SCHEMA;
    for (Map.Entry<String, Shape> table : tables.entrySet()) {
      if (!roots.containsKey(table.getKey())) {
        Predicate<Long> fits = root -> !taken.contains(root) && holds(root, table.getValue());
        Optional<Long> root = firstAfter(last, fits).or(() -> firstAfter(Carving.SCHEMA, fits));
        root.ifPresent(taken::add);
        root.ifPresent(found -> roots.put(table.getKey(), found));
      }
      last = roots.getOrDefault(table.getKey(), last);
    }
  }

  private Optional<Long> firstAfter(long last, Predicate<Long> fits) {
    List<Long> all = carving.roots();
    return all.stream().filter(root -> root > last).filter(fits).findFirst();
  }

  /// An empty tree may be that of anything, and there is nothing in it to be had.
  private boolean holds(long root, Shape shape) {
    boolean[] fits = {carving.hasNumbers(root).equals(Optional.of(shape.hasNumbers()))};
    boolean[] isEmpty = {true};
    if (fits[0]) {
      carving.tree(
          root,
          row -> {
            isEmpty[0] = false;
            fits[0] &= shape.fits(row);
          });
    }
    return fits[0] && !isEmpty[0];
  }

  /// Hands on the rows found of a table. Returns whether none can be missing.
  boolean each(String table, Wreck.Sink sink) {
    Shape shape = tables.get(table);
    Long root = roots.get(table);
    if (shape == null || root == null) {
      return isSchemaWhole;
    }
    boolean[] fits = {true};
    boolean isWhole =
        carving.tree(
            root,
            row -> {
              if (shape.fits(row)) {
                sink.row(shape.values(row));
              } else {
                fits[0] = false;
              }
            });
    return isWhole && fits[0];
  }
}
