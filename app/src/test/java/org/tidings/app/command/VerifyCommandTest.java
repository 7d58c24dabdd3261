package org.tidings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Corpus;
import org.tidings.feed.json.JsonObject;

/// `verify`, on the small corpus.
class VerifyCommandTest extends AtAShell {
  @Test
  void eachLineIsJudgedAloneUnlessChained() throws Exception {
    Path file = file("clean.ndjson", Corpus.values());

    List<JsonObject> alone = shell.type("verify", file.toString()).objects();
    List<JsonObject> chained = shell.type("verify", "--chain", file.toString()).objects();

    assertThat(alone).hasSize(2000);
    assertThat(alone).filteredOn(VerifyCommandTest::valid).hasSize(20);
    assertThat(chained).hasSize(2000).allMatch(VerifyCommandTest::valid);
    assertThat(alone)
        .filteredOn(verdict -> !valid(verdict))
        .allSatisfy(
            verdict ->
                assertThat(verdict.string("reason"))
                    .hasValue(
                        "messages before it are missing; --chain takes the lines before it for"
                            + " them"));
    assertThat(shell.folder()).doesNotExist();
  }

  @Test
  void exportedLinesAreJudgedTogetherWithTheirKeys() throws Exception {
    shell.type("import", file("some.ndjson", Corpus.values().subList(0, 40)).toString());
    Path out = temp.resolve("out.ndjson");
    shell.type("export", out.toString());

    assertThat(shell.type("verify", "--chain", out.toString()).objects())
        .hasSize(40)
        .allMatch(VerifyCommandTest::valid);

    List<String> lines = Files.readAllLines(out);
    String swapped = lines.get(1).substring(0, 60) + lines.getFirst().substring(60);
    assertThat(
            shell
                .type("verify", Files.writeString(out, swapped).toString())
                .json()
                .string("reason"))
        .hasValueSatisfying(reason -> assertThat(reason).contains("key"));
  }

  @Test
  void onlyLineFeedsSeparateLines() throws Exception {
    byte[] value = Corpus.values().getFirst();
    String text = new String(value, StandardCharsets.UTF_8);
    Path file = Files.writeString(temp.resolve("lines.txt"), text + "\r\n\n" + text + "\r");

    List<JsonObject> verdicts = shell.type("verify", file.toString()).objects();

    assertThat(verdicts).extracting(VerifyCommandTest::valid).containsExactly(true, false, true);
    assertThat(verdicts.getFirst().keys()).containsExactly("valid", "id");
    assertThat(verdicts.get(1).keys()).containsExactly("valid", "reason");
  }

  @Test
  void onlyAFileThatCannotBeReadIsRefused() throws Exception {
    Path rubbish = Files.write(temp.resolve("rubbish"), new byte[] {0, 1, '\n', (byte) 0xff});

    assertThat(shell.type("verify", rubbish.toString()).objects()).hasSize(2);
    assertThat(shell.type("verify", temp.toString()).refusal()).contains(temp.toString());
  }

  private static boolean valid(JsonObject verdict) {
    return verdict.bool("valid").orElseThrow();
  }
}
