package org.tidings.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SecretFile;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.local.FileMark;
import org.tidings.feed.local.GateNote;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Database;
import org.tidings.feed.store.Durability;
import org.tidings.feed.store.StoreException;
import org.tidings.feed.store.StoreException.Kind;

/// Brings a data folder's `secret` and its database together: a new folder gets a new key, a known
/// pair must match, and a key that was there before its database came from elsewhere. Confined to
/// the thread that opens the folder.
final class IdentityFolder {

  static final String SECRET = "secret";

  /// How the gate starts for a key that came from elsewhere.
  private static final String RESTORED = "RESTORED";

  private final Path folder;
  private final Optional<KeyPair> found;

  private IdentityFolder(Path folder, Optional<KeyPair> found) {
    this.folder = folder;
    this.found = found;
  }

  /// Reads the secret, if there is one; changes nothing in this folder.
  static IdentityFolder look(FeedsSettings settings) {
    Path folder = settings.folder();
    Path secret = folder.resolve(SECRET);
    try {
      return new IdentityFolder(
          folder,
          Files.exists(secret)
              ? Optional.of(SecretFile.read(secret, settings.stateFolder()))
              : Optional.empty());
    } catch (SecretFileException unreadable) {
      throw failed(Kind.WRONG_IDENTITY, unreadable);
    }
  }

  /// The identity of the folder, made now if it has none.
  Identity settle(Database database, SecureRandom random) {
    Optional<GateNote> note = database.read(GateNote::read);
    if (found.isPresent()) {
      Identity identity = identity(found.get());
      if (note.isEmpty()) {
        save(database, newNote(identity, RESTORED));
      } else if (!note.get().owner().equals(identity.id())) {
        throw new StoreException(
            Kind.WRONG_IDENTITY,
            "The database in " + folder + " belongs to another identity than the secret there.");
      }
      return identity;
    }
    if (note.isPresent() && hasPosted(database, note.get().owner())) {
      throw new StoreException(
          Kind.WRONG_IDENTITY,
          "The secret is missing in "
              + folder
              + ": without it nothing can be posted as "
              + note.get().owner()
              + ".");
    }
    return create(database, random);
  }

  /// The note goes first: a crash in between leaves a note about a key that never wrote anything,
  /// instead of a key that seems to come from elsewhere.
  private Identity create(Database database, SecureRandom random) {
    Identity identity = identity(KeyPair.generate(random));
    save(database, newNote(identity, ""));
    try {
      SecretFile.create(folder.resolve(SECRET), identity.keys());
    } catch (SecretFileException failure) {
      throw failed(Kind.FAILED, failure);
    }
    return identity;
  }

  private GateNote newNote(Identity identity, String hold) {
    return new GateNote(identity.id(), 0, 0, hold, FileMark.of(folder.resolve(Database.FILE)));
  }

  private static void save(Database database, GateNote note) {
    database.write(
        Durability.FULL,
        tx -> {
          note.save(tx);
          return true;
        });
  }

  private static boolean hasPosted(Database database, FeedId owner) {
    return database.read(
        tx ->
            tx.one(
                    "SELECT 1 FROM messages WHERE feed = (SELECT feed FROM feeds WHERE id = ?)"
                        + " LIMIT 1",
                    row -> true,
                    owner.bytes())
                .orElse(false));
  }

  private static Identity identity(KeyPair keys) {
    return new Identity(FeedId.of(keys.publicKey()), keys);
  }

  private static StoreException failed(Kind kind, SecretFileException cause) {
    return new StoreException(kind, String.valueOf(cause.getMessage()), cause);
  }
}
