package org.tidings.feed.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A JSON object whose keys stand in JavaScript's own order: integer-like keys first, ascending,
/// then the others as they came. Immutable. Protocol 2.2.
public final class JsonObject implements Json {
  private static final JsonObject EMPTY = new JsonObject(List.of(), List.of());
  private static final int FEW = 12;

  private final List<String> keys;
  private final List<Json> values;
  private final @Nullable Map<String, Integer> positions;

  private JsonObject(List<String> keys, List<Json> values) {
    this.keys = keys;
    this.values = values;
    this.positions = keys.size() > FEW ? positionsOf(keys) : null;
  }

  /// `{}`
  public static JsonObject of() {
    return EMPTY;
  }

  /// An object with one key.
  public static JsonObject of(String key, Json value) {
    return builder().put(key, value).build();
  }

  /// Starts an object; keys are put in the order they shall be written.
  public static Builder builder() {
    return new Builder();
  }

  /// The value of `key`.
  public Optional<Json> get(String key) {
    int position = positionOf(key);
    return position < 0 ? Optional.empty() : Optional.of(values.get(position));
  }

  /// The value of `key` if it is a string.
  public Optional<String> string(String key) {
    int position = positionOf(key);
    return position >= 0 && values.get(position) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /// The value of `key` if it is a number.
  public OptionalDouble number(String key) {
    int position = positionOf(key);
    return position >= 0 && values.get(position) instanceof JsonNumber(double value)
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  /// The value of `key` if it is true or false.
  public Optional<Boolean> bool(String key) {
    int position = positionOf(key);
    return position >= 0 && values.get(position) instanceof JsonBool bool
        ? Optional.of(bool.value())
        : Optional.empty();
  }

  /// The value of `key` if it is an object.
  public Optional<JsonObject> object(String key) {
    return get(key).flatMap(Json::asObject);
  }

  /// The value of `key` if it is an array.
  public Optional<JsonArray> array(String key) {
    int position = positionOf(key);
    return position >= 0 && values.get(position) instanceof JsonArray array
        ? Optional.of(array)
        : Optional.empty();
  }

  /// Whether `key` is present, with any value.
  public boolean has(String key) {
    return positionOf(key) >= 0;
  }

  /// The keys, in order.
  public List<String> keys() {
    return keys;
  }

  /// The values, in the order of their keys.
  public List<Json> values() {
    return values;
  }

  public int size() {
    return keys.size();
  }

  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /// Calls `each` for every key and value, in order.
  public void forEach(BiConsumer<String, Json> each) {
    for (int i = 0; i < keys.size(); i++) {
      each.accept(keys.get(i), values.get(i));
    }
  }

  /// This object with `key` put last, or with its value replaced where it stands.
  public JsonObject with(String key, Json value) {
    int position = positionOf(key);
    Builder copy = new Builder();
    for (int i = 0; i < keys.size(); i++) {
      copy.put(keys.get(i), i == position ? value : values.get(i));
    }
    return position < 0 ? copy.put(key, value).build() : copy.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject that && keys.equals(that.keys) && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(keys, values);
  }

  /// Compact JSON text.
  @Override
  public String toString() {
    return JsonWriter.compactText(this);
  }

  private int positionOf(String key) {
    if (positions != null) {
      return positions.getOrDefault(key, -1);
    }
    return keys.indexOf(key);
  }

  private static Map<String, Integer> positionsOf(List<String> keys) {
    Map<String, Integer> positions = HashMap.newHashMap(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      positions.put(keys.get(i), i);
    }
    return positions;
  }

  /// Collects keys and values. Confined to one thread; used once.
  public static final class Builder {
    private final List<String> keys = new ArrayList<>(8);
    private final List<Json> values = new ArrayList<>(8);
    private @Nullable Set<String> known;
    private boolean hasIntegerKeys;

    private Builder() {}

    /// Adds a key.
    ///
    /// @throws IllegalArgumentException when the key is already there
    public Builder put(String key, Json value) {
      if (!tryPut(key, value)) {
        throw new IllegalArgumentException("duplicate key");
      }
      return this;
    }

    /// Adds a string.
    public Builder put(String key, String value) {
      return put(key, new JsonString(value));
    }

    /// Adds a number.
    public Builder put(String key, double value) {
      return put(key, new JsonNumber(value));
    }

    /// Adds an integer; beyond 2^53 it is rounded as JavaScript would.
    public Builder put(String key, long value) {
      return put(key, new JsonNumber((double) value));
    }

    /// Adds a boolean.
    public Builder put(String key, boolean value) {
      return put(key, Json.of(value));
    }

    /// Adds a key if there is a value for it.
    public Builder put(String key, Optional<? extends Json> value) {
      value.ifPresent(json -> put(key, json));
      return this;
    }

    /// Adds a key unless it is already there; tells whether it was added.
    boolean tryPut(String key, Json value) {
      if (isKnown(key)) {
        return false;
      }
      keys.add(key);
      values.add(value);
      hasIntegerKeys |= IntegerKey.isOne(key);
      return true;
    }

    /// The object.
    public JsonObject build() {
      if (keys.isEmpty()) {
        return EMPTY;
      }
      return hasIntegerKeys
          ? inJavaScriptOrder()
          : new JsonObject(List.copyOf(keys), List.copyOf(values));
    }

    private boolean isKnown(String key) {
      if (keys.size() < FEW) {
        return keys.contains(key);
      }
      if (known == null) {
        known = new HashSet<>(keys);
      }
      return !known.add(key);
    }

    private JsonObject inJavaScriptOrder() {
      Integer[] order = new Integer[keys.size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> IntegerKey.compare(keys.get(a), keys.get(b)));
      return new JsonObject(
          Arrays.stream(order).map(keys::get).toList(),
          Arrays.stream(order).map(values::get).toList());
    }
  }
}
