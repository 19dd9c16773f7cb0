package org.mmm.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.NotSerializableException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Messages, events and states as CBOR. The manifest is the name of a registered root ({@link
 * CborRoots}), the body says by name which of the root's records it is: no Java class name reaches
 * the wire or the disk.
 */
public final class CborSerializer extends SerializerWithStringManifest {
  /** Stored with every event; also in {@code pekko.actor.serialization-identifiers}. */
  static final int IDENTIFIER = 7301;

  private final CborRoots roots;
  private final ObjectMapper mapper;
  private final SerializationSettings settings;
  private final Map<String, ObjectWriter> writers = new ConcurrentHashMap<>();
  private final Map<String, ObjectReader> readers = new ConcurrentHashMap<>();

  /**
   * Called by Pekko at the start of the actor system.
   *
   * @throws IllegalArgumentException if the roots or limits configured are not usable; the message
   *     says which and why
   */
  public CborSerializer(ExtendedActorSystem system) {
    var config = system.settings().config();
    this.settings = SerializationSettings.of(config);
    this.roots = CborRoots.of(config, CborBindings.of(config)::isBound);
    this.mapper =
        CborMapper.create(
            settings,
            new ActorRefModule(system),
            new PersonalModule(JournalSetup.accountKeys(system)),
            new PersonalJson());
  }

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object value) {
    return roots.nameOf(value.getClass());
  }

  /**
   * @throws IllegalArgumentException if the value is under no root, is too large, or cannot be
   *     written
   */
  @Override
  public byte[] toBinary(Object value) {
    var root = manifest(value);
    try {
      var bytes =
          writers
              .computeIfAbsent(root, name -> mapper.writerFor(type(name)))
              .writeValueAsBytes(value);
      if (bytes.length > settings.maxBytes(root)) {
        throw new IllegalArgumentException(
            "a "
                + value.getClass().getSimpleName()
                + " of "
                + bytes.length
                + " bytes exceeds "
                + settings.setting(root)
                + " = "
                + settings.maxBytes(root)
                + ": put large data into a blob");
      }
      return bytes;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "a " + value.getClass().getSimpleName() + " cannot be written as CBOR: " + e.getMessage(),
          e);
    }
  }

  /**
   * @throws NotSerializableException if the name is not registered here, or the bytes are not of it
   */
  @Override
  public Object fromBinary(byte[] bytes, String root) throws NotSerializableException {
    if (roots.typeOf(root).isEmpty()) {
      throw new NotSerializableException(
          "\"" + root + "\" is not registered under " + CborRoots.SETTING + " of this program");
    }
    if (bytes.length > settings.maxBytes(root)) {
      throw new NotSerializableException(
          "a "
              + root
              + " of "
              + bytes.length
              + " bytes exceeds "
              + settings.setting(root)
              + " = "
              + settings.maxBytes(root));
    }
    try {
      return readers.computeIfAbsent(root, name -> mapper.readerFor(type(name))).readValue(bytes);
    } catch (IOException e) {
      var failure =
          new NotSerializableException("a " + root + " cannot be read: " + e.getMessage());
      failure.initCause(e);
      throw failure;
    }
  }

  private Class<?> type(String root) {
    return roots.typeOf(root).orElseThrow();
  }
}
