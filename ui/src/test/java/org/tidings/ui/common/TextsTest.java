package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
  private static final Map<String, String> ENGLISH = entries("");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)[^}]*}");
  private static final Pattern FORM = Pattern.compile("\\.(zero|one|two|few|many|other)$");

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SYSTEM", "ENGLISH"})
  void everyLanguageSaysEverything(Language language) {
    Set<String> needed = new TreeSet<>();
    for (String key : ENGLISH.keySet()) {
      if (isCounted(key)) {
        PluralForm.needed(language.locale()).forEach(form -> needed.add(form.of(stem(key))));
        if (key.endsWith(".zero")) {
          needed.add(key);
        }
      } else {
        needed.add(key);
      }
    }
    assertEquals(needed, new TreeSet<>(entries("_" + language.locale().getLanguage()).keySet()));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SYSTEM"})
  void everyTextHasThePlacesOfTheEnglishOne(Language language) {
    String code = language == Language.ENGLISH ? "" : "_" + language.locale().getLanguage();
    entries(code)
        .forEach(
            (key, text) -> {
              Set<String> english = places(ENGLISH.getOrDefault(key, other(key)));
              english.addAll(places(other(key)));
              assertThat(english).as(key).containsAll(places(text));
              if (isCounted(key)) {
                english.remove("0"); // "one post" may do without its number
                english.removeIf(place -> !places(ENGLISH.getOrDefault(key, text)).contains(place));
              }
              assertThat(places(text)).as(key).containsAll(english);
              new MessageFormat(text, language.locale());
            });
  }

  /// A single quote is a sign of `MessageFormat`, and only where a text has places.
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SYSTEM"})
  void noTextHasATypewritersQuote(Language language) {
    String code = language == Language.ENGLISH ? "" : "_" + language.locale().getLanguage();
    entries(code).forEach((key, text) -> assertThat(text).as(key).doesNotContain("'").isNotBlank());
  }

  /// Whoever mutes somebody where they mean to block goes on receiving what that one writes.
  @Test
  void inChineseBlockingIsNotCalledMuting() {
    Map<String, String> chinese = entries("_zh");
    ENGLISH.forEach(
        (key, text) -> {
          String lower = text.toLowerCase(Locale.ROOT);
          if (lower.contains("block") && !lower.contains("mute") && chinese.containsKey(key)) {
            assertThat(chinese.get(key)).as(key).doesNotContain("屏蔽");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "en,0,OTHER",
    "en,1,ONE",
    "en,2,OTHER",
    "de,1,ONE",
    "es,0,OTHER",
    "fr,0,ONE",
    "fr,1,ONE",
    "fr,2,OTHER",
    "pt,0,ONE",
    "pt,2,OTHER",
    "zh,1,OTHER",
    "ar,0,ZERO",
    "ar,1,ONE",
    "ar,2,TWO",
    "ar,3,FEW",
    "ar,10,FEW",
    "ar,11,MANY",
    "ar,99,MANY",
    "ar,100,OTHER",
    "ar,102,OTHER",
    "ar,103,FEW",
    "ar,1000000,OTHER"
  })
  void formsAreThoseOfTheLanguage(String language, long count, PluralForm form) {
    assertEquals(form, PluralForm.of(count, Locale.of(language)));
  }

  @Test
  void aCountChoosesItsForm() {
    assertEquals("1 new thread", Texts.of("home.newer", 1));
    assertEquals("1,200 new threads", Texts.of("home.newer", 1_200));
    assertEquals("No subscribers", Texts.of("channel.subscribers", 0));
    assertEquals("0 bytes", Texts.of("size.bytes", 0L));
  }

  @Test
  void aLanguageIsSpokenFromNowOn() {
    Texts.speak(Language.GERMAN);
    assertEquals("Einstellungen", Texts.of("rail.settings"));
    assertEquals("1.200 neue Threads", Texts.of("home.newer", 1_200));
    Texts.speak(Language.ARABIC);
    assertThat(Texts.rightToLeft()).isTrue();
    Texts.speak(Language.ENGLISH);
    assertEquals("Settings", Texts.of("rail.settings"));
    assertThat(Texts.rightToLeft()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH|Ada, Bo and Cy",
        "GERMAN|Ada, Bo und Cy",
        "SPANISH|Ada, Bo y Cy",
        "FRENCH|Ada, Bo et Cy",
        "PORTUGUESE|Ada, Bo e Cy",
        "ARABIC|Ada وBo وCy",
        "CHINESE|Ada、Bo和Cy"
      })
  void aListIsWrittenAsItsLanguageDoes(Language language, String written) {
    Texts.speak(language);
    assertEquals(written, Texts.listed(List.of("Ada", "Bo", "Cy")));
    assertEquals("Ada", Texts.listed(List.of("Ada")));
  }

  @Test
  void everyLanguageHasItsOwnName() {
    assertThat(EnumSet.allOf(Language.class))
        .extracting(language -> language.ownName().orElse(""))
        .containsExactly(
            "", "English", "Deutsch", "español", "français", "português", "العربية", "中文");
  }

  private static boolean isCounted(String key) {
    return FORM.matcher(key).find() && ENGLISH.containsKey(stem(key) + ".one");
  }

  private static String stem(String key) {
    return FORM.matcher(key).replaceFirst("");
  }

  private static String other(String key) {
    return ENGLISH.getOrDefault(stem(key) + ".other", ENGLISH.getOrDefault(key, ""));
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(place -> place.substring(1, 2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> entries(String ending) {
    String name = "/org/tidings/ui/texts" + ending + ".properties";
    try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      Properties entries = new Properties();
      entries.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return entries.stringPropertyNames().stream()
          .collect(Collectors.toMap(key -> key, entries::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
