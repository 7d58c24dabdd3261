package org.tidings.feed.bench;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.index.IndexDump;

/// How long a store takes to open whose contacts another version of the program made: they are made
/// anew before anything else. In turn with openings that find them as they should be.
/// `-Dmessages=1000000` asks for a larger store.
class ContactsBench {
  private static final int TIMES = 5;

  private final int messages = Integer.getInteger("messages", 100_000);

  @Test
  void openingWithoutContacts() throws Exception {
    Path store = Programs.store(messages);
    for (int i = 0; i < TIMES; i++) {
      open("with contacts", store);
      IndexDump.change(
          store.resolve("data"), "UPDATE indexes SET version = 0 WHERE name = 'contacts'");
      open("without", store);
    }
  }

  private static void open(String how, Path store) throws Exception {
    System.out.print(how + ": ");
    Programs.run(
        System.getProperty("java.class.path"),
        List.of(),
        StoreOpen.class,
        List.of(store.toString()));
  }
}
