package org.tidings.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tidings.ui.common.FileDialogs;

/// A person who answers at once with what the test has decided. Confined to the test's thread.
public final class FakeDialogs implements FileDialogs {
  private List<Path> opened = List.of();
  private Function<String, Optional<Path>> place = name -> Optional.empty();
  private final List<Path> saved = new ArrayList<>();

  /// The person picks these whenever asked.
  public void pick(Path... files) {
    opened = List.of(files);
  }

  /// The person saves under this name, whatever is proposed.
  public void saveAs(Path file) {
    place = name -> Optional.of(file);
  }

  /// The person saves in this folder, under whatever name is proposed.
  public void saveIn(Path folder) {
    place = name -> Optional.of(folder.resolve(name));
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
  public Optional<Path> messages() {
    return opened.stream().findFirst();
  }

  @Override
  public Optional<Path> save(String name) {
    Optional<Path> file = place.apply(name);
    file.ifPresent(saved::add);
    return file;
  }
}
