package org.tidings.ui.picture;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which picture is looked at in full, and which of its post come before and after. Confined to the
/// screen thread.
public final class Lightbox {
  private final ReadOnlyObjectWrapper<Optional<Look>> look =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// A picture among those of its post.
  public record Look(List<Embedded> all, int at) {
    public Look {
      all = List.copyOf(all);
    }

    public Embedded picture() {
      return all.get(at);
    }
  }

  public ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /// Looks at one of these.
  public void open(List<Embedded> all, int at) {
    look.set(Optional.of(new Look(all, at)));
  }

  /// Goes so many pictures on, or back; stays at either end.
  public void go(int steps) {
    look.get()
        .ifPresent(
            now -> {
              int at = Math.clamp(now.at + (long) steps, 0, now.all.size() - 1);
              if (at != now.at) {
                open(now.all, at);
              }
            });
  }

  public void close() {
    look.set(Optional.empty());
  }
}
