package org.tidings.crypto.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.crypto.hash.Sha256;
import org.tidings.crypto.key.SecretFileException.Reason;

/// The `secret` file of an identity, in the form every SSB program reads (protocol 1.2). Reads what
/// any of them wrote: with comments or none, any line ends, an id without its sigil. Thread-safe.
public final class SecretFile {
  /// Far more than any program writes; what is larger is some other file.
  private static final int MAX_BYTES = 64 * 1024;

  private static final Logger log = LoggerFactory.getLogger(SecretFile.class);

  private SecretFile() {}

  /// The key pair in `file`.
  public static KeyPair read(Path file) throws SecretFileException {
    byte[] bytes = bytesOf(file);
    try {
      return parse(file, bytes, false);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /// As [#read], and quicker from the second time on: what was found sound is noted by its hash,
  /// and where the file is still the same to the byte its public key is believed, and no engine is
  /// loaded before the secret one is used. From what is noted nobody learns the key.
  ///
  /// @param notes a folder for that, made if need be; one that cannot be written only costs time
  public static KeyPair read(Path file, Path notes) throws SecretFileException {
    byte[] bytes = bytesOf(file);
    try {
      Path note = notes.resolve("key-" + HexFormat.of().formatHex(Sha256.of(bytes)));
      boolean isNoted = Files.exists(note);
      KeyPair keys = parse(file, bytes, isNoted);
      if (!isNoted) {
        make(note);
      }
      return keys;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static KeyPair parse(Path file, byte[] text, boolean isSound) throws SecretFileException {
    try {
      return SecretText.parse(text, isSound);
    } catch (SecretText.Unreadable e) {
      throw new SecretFileException(Reason.NO_KEY, file, String.valueOf(e.getMessage()), e);
    }
  }

  private static void make(Path note) {
    try {
      Files.createDirectories(note.resolveSibling(""));
      Files.createFile(note);
    } catch (IOException cannot) {
      log.debug("the key is checked again next time: {}", cannot.getMessage());
    }
  }

  /// Writes `keys` to a new file that only its owner may read, and returns when file and folder are
  /// on disk. Never overwrites; a crash on the way leaves no `file`.
  public static void create(Path file, KeyPair keys) throws SecretFileException {
    byte[] text = SecretText.of(keys);
    try {
      createIn(folderOf(file), file, text);
    } catch (FileAlreadyExistsException e) {
      throw new SecretFileException(
          Reason.EXISTS,
          file,
          "already exists; it was left as it is, because it may hold an identity.",
          e);
    } catch (IOException e) {
      throw cannotBeMade(file, e);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private static Path folderOf(Path file) throws SecretFileException {
    try {
      return Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    } catch (FileAlreadyExistsException e) {
      throw new SecretFileException(
          Reason.NOT_MADE, file, "cannot be made: " + e.getFile() + " is no folder.", e);
    } catch (IOException e) {
      throw cannotBeMade(file, e);
    }
  }

  private static SecretFileException cannotBeMade(Path file, IOException e) {
    String why = e instanceof AccessDeniedException ? "its folder may not be written" : reason(e);
    return new SecretFileException(Reason.NOT_MADE, file, "cannot be made: " + why + ".", e);
  }

  private static byte[] bytesOf(Path file) throws SecretFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new SecretFileException(Reason.NO_KEY, file, "is too large to be a key file.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new SecretFileException(Reason.UNREADABLE, file, "does not exist.", e);
    } catch (AccessDeniedException e) {
      throw new SecretFileException(Reason.UNREADABLE, file, "may not be read by this user.", e);
    } catch (IOException e) {
      throw new SecretFileException(
          Reason.UNREADABLE, file, "cannot be read: " + reason(e) + ".", e);
    }
  }

  private static void createIn(Path folder, Path file, byte[] text) throws IOException {
    Path fresh = Files.createTempFile(folder, "secret-", ".tmp");
    try {
      DurableFile.write(fresh, text, StandardOpenOption.WRITE);
      OwnerOnly.restrict(fresh);
      try {
        Files.createLink(file, fresh);
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (FileSystemException | UnsupportedOperationException noHardLinksHere) {
        DurableFile.write(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OwnerOnly.restrict(file);
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
    DurableFile.syncFolderOf(file);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException problem && problem.getReason() != null) {
      return problem.getReason();
    }
    return e.getMessage() == null ? "the disk gave no reason" : e.getMessage();
  }
}
