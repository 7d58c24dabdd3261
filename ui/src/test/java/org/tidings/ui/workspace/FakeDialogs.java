package org.tidings.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidings.ui.common.FileDialogs;

/// A person who answers at once with what the test has decided. Confined to the test's thread.
public final class FakeDialogs implements FileDialogs {
  private List<Path> opened = List.of();
  private Optional<Path> folder = Optional.empty();
  private final List<Path> saved = new ArrayList<>();

  /// The person picks these whenever asked.
  public void pick(Path... files) {
    opened = List.of(files);
  }

  /// The person saves in this folder, under whatever name is proposed.
  public void saveIn(Path place) {
    folder = Optional.of(place);
  }

  /// Where the person wanted files so far.
  public List<Path> saved() {
    return saved;
  }

  @Override
  public List<Path> open() {
    return opened;
  }

  @Override
  public Optional<Path> save(String name) {
    Optional<Path> place = folder.map(in -> in.resolve(name));
    place.ifPresent(saved::add);
    return place;
  }
}
