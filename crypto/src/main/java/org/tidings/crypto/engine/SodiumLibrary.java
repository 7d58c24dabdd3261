package org.tidings.crypto.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The libsodium of this platform, unpacked from the class path into a cache folder named after its
/// length and checksum, so that every start but the first finds it there. What is found is compared
/// byte for byte, so that no other program's copy is loaded; hashing it would take longer than that
/// in a young process.
final class SodiumLibrary {
  private SodiumLibrary() {}

  /// Where the library of this platform lies, unpacked if need be into `cache` or, where that
  /// cannot be written, into a new private folder of the system's temporary one.
  static Path unpacked(Path cache) throws IOException {
    String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    byte[] library = load(resource);
    String name = resource.substring(resource.indexOf('/') + 1);
    try {
      return unpack(library, name, cache);
    } catch (IOException cacheUnusable) {
      Path file = unpack(library, name, Files.createTempDirectory("tidings-sodium"));
      Stream.iterate(file, Objects::nonNull, Path::getParent)
          .limit(3) // the file, its folder, the temporary one
          .toList()
          .reversed() // the JVM deletes what was registered last first
          .forEach(path -> path.toFile().deleteOnExit());
      return file;
    }
  }

  /// The person's own cache folder, by the custom of the platform.
  static Path defaultCache() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = folder("HOME").orElse(Path.of(System.getProperty("user.home")));
    if (os.contains("win")) {
      return folder("LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("Tidings/cache");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Caches/Tidings");
    }
    return folder("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("tidings");
  }

  /// The name of the bundled library for an operating system and processor, as `os.name` and
  /// `os.arch` call them.
  static String resource(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    boolean arm = osArch.equals("aarch64");
    boolean wide = osArch.contains("64");
    if (os.contains("mac")) {
      return arm ? "mac_arm/libsodium.dylib" : "mac/libsodium.dylib";
    }
    if (os.contains("win")) {
      return wide ? "windows64/libsodium.dll" : "windows/libsodium.dll";
    }
    if (arm) {
      return "arm64/libsodium.so";
    }
    if (osArch.startsWith("arm")) {
      return "armv6/libsodium.so";
    }
    return wide ? "linux64/libsodium.so" : "linux/libsodium.so";
  }

  private static Optional<Path> folder(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  private static byte[] load(String resource) throws IOException {
    try (InputStream in = SodiumLibrary.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no libsodium is bundled for this platform: " + resource);
      }
      return in.readAllBytes();
    }
  }

  private static Path unpack(byte[] library, String name, Path cache) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(library);
    String mark = library.length + "-" + Long.toHexString(sum.getValue());
    Path folder = Files.createDirectories(cache.resolve("libsodium-" + mark));
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
      Path fresh = Files.createTempFile(folder, "unpacking", ".tmp");
      Files.write(fresh, library);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }
}
