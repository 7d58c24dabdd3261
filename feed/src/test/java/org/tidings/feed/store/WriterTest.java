package org.tidings.feed.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {

  private final AtomicBoolean isShort = new AtomicBoolean();

  /// The same, but that no file beside it can be looked at while memory is short.
  private Path lackingMemory(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("toFile") && isShort.get()) {
                throw new OutOfMemoryError("as a test wants it");
              }
              try {
                Object result = method.invoke(path, arguments);
                return method.getName().equals("resolveSibling")
                    ? lackingMemory((Path) result)
                    : result;
              } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
              }
            });
  }

  @Test
  void whatWasCommittedIsAnsweredWhenMemoryIsShortRightAfter(@TempDir Path folder) {
    Connections connections = new Connections(lackingMemory(folder.resolve(Database.FILE)));
    Writer writer = Writer.to(connections, WriteAheadLog.PAGES);
    try {
      writer.prepare(List.of(Migrations.STORE));
      isShort.set(true);
      assertThat(insert(writer, 1)).isEqualTo(1);
      assertThat(writer.isToBeTended()).isFalse();
      isShort.set(false);
      assertThat(insert(writer, 2)).isEqualTo(1);
    } finally {
      writer.close();
    }
  }

  private static int insert(Writer writer, int feed) {
    return writer.transaction(
        Durability.FULL, tx -> tx.update("INSERT INTO drops (feed) VALUES (?)", feed));
  }
}
