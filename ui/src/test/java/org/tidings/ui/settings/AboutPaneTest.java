package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.ui.settings.AboutPane.Work;

class AboutPaneTest {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("com.fasterxml.jackson.core", "Jackson"),
          Map.entry("com.github.hypfvieh", "dbus-java"),
          Map.entry("com.github.jnr", "Apache Tuweni, JNR"),
          Map.entry("com.google.zxing", "ZXing"),
          Map.entry("com.goterl", "lazysodium-java"),
          Map.entry("info.picocli", "picocli"),
          Map.entry("io.github.mkpaz", "AtlantaFX"),
          Map.entry("org.apache.lucene", "Apache Lucene"),
          Map.entry("org.apache.tuweni", "Apache Tuweni, JNR"),
          Map.entry("org.bouncycastle", "Bouncy Castle"),
          Map.entry("org.commonmark", "commonmark-java"),
          Map.entry("org.jspecify", "JSpecify"),
          Map.entry("org.kordamp.ikonli", "Ikonli"),
          Map.entry("org.openjfx", "OpenJDK, OpenJFX"),
          Map.entry("org.slf4j", "SLF4J"),
          Map.entry("org.xerial", "sqlite-jdbc"));

  private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>");
  private static final Pattern GROUP = Pattern.compile("<groupId>(.*?)</groupId>");

  @ParameterizedTest
  @ValueSource(strings = {"crypto", "feed", "replication", "ui", "app"})
  void everyLibraryOfAModuleIsNamed(String module) throws IOException {
    String pom = Files.readString(Path.of("..", module, "pom.xml")).replaceAll("\\s+", " ");
    Stream<String> groups =
        DEPENDENCY
            .matcher(pom)
            .results()
            .map(found -> found.group(1))
            .filter(text -> !text.contains("<scope>test</scope>"))
            .flatMap(text -> GROUP.matcher(text).results().limit(1))
            .map(found -> found.group(1))
            .filter(group -> !group.equals("org.tidings"));
    assertThat(AboutPane.WORKS)
        .extracting(Work::name)
        .containsAll(groups.map(group -> NAMES.getOrDefault(group, group)).toList());
  }
}
