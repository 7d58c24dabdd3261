package org.tidings.ui.spelling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Hunspell dictionary on this device.
///
/// @param language code of its language, `de` of `de_AT`
/// @param affixes how words change
/// @param words the words
public record DictionaryFile(String language, Path affixes, Path words) {
  private static final Logger log = LoggerFactory.getLogger(DictionaryFile.class);
  private static final String AFFIXES = ".aff";
  private static final String WORDS = ".dic";

  /// Where the packages of the system, a person and macOS put them.
  public static List<Path> usualFolders() {
    String home = System.getProperty("user.home", "");
    String data =
        Objects.requireNonNullElse(System.getenv("XDG_DATA_HOME"), home + "/.local/share");
    return Stream.of(
            data + "/hunspell",
            home + "/Library/Spelling",
            "/usr/local/share/hunspell",
            "/usr/share/hunspell",
            "/usr/share/myspell",
            "/usr/share/myspell/dicts",
            "/Library/Spelling")
        .map(Path::of)
        .toList();
  }

  /// Those in `folders`, each once however many names it has.
  public static List<DictionaryFile> in(Collection<Path> folders) {
    Map<Path, DictionaryFile> found = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Path words : dictionaries(folder)) {
        try {
          found.putIfAbsent(words.toRealPath(), of(words));
        } catch (IOException e) {
          log.warn("a dictionary cannot be read: {}", e.toString());
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> dictionaries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(WORDS))
          .filter(words -> Files.isReadable(of(words).affixes()))
          .sorted()
          .toList();
    } catch (IOException e) {
      log.warn("no dictionaries from {}: {}", folder, e.toString());
      return List.of();
    }
  }

  private static DictionaryFile of(Path words) {
    String file = words.getFileName().toString();
    String name = file.substring(0, file.length() - WORDS.length());
    return new DictionaryFile(
        name.split("[_-]", 2)[0], words.resolveSibling(name + AFFIXES), words);
  }
}
