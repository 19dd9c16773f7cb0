package org.mmm.personae;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A file of glTF 2.0 in its binary form: 12 bytes of header, a JSON chunk, and at most one chunk of
 * bytes that the JSON describes; all numbers little endian.
 *
 * @param json the JSON chunk
 * @param binary the bytes; none if there is no such chunk
 */
record Glb(ObjectNode json, ByteBuffer binary) {
  private static final int MAGIC = 0x46546C67; // glTF
  private static final int JSON = 0x4E4F534A;
  private static final int BIN = 0x004E4942;
  private static final int HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_NUMBER = 64;
  private static final String WAY_OUT = "export it again as glTF Binary (.glb)";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static Glb read(byte[] file, ModelLimits limits) throws ModelRefused {
    ModelRefused.above("bytes of the model", file.length, limits.bytesAtMost(), "make it smaller");
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    header(in);
    ByteBuffer json = chunk(in, JSON, "JSON");
    ModelRefused.above(
        "bytes of JSON in the model",
        json.remaining(),
        limits.jsonAtMost(),
        "remove what is not drawn, such as animations");
    ByteBuffer binary = in.hasRemaining() ? chunk(in, BIN, "BIN") : ByteBuffer.allocate(0);
    if (in.hasRemaining()) {
      throw new ModelRefused(
          in.remaining() + " bytes follow the BIN chunk, where a GLB file ends; " + WAY_OUT);
    }
    return new Glb(object(json), binary);
  }

  private static void header(ByteBuffer in) throws ModelRefused {
    if (in.remaining() < HEADER || in.getInt(0) != MAGIC) {
      throw new ModelRefused("the file does not begin with glTF: it is no GLB file; " + WAY_OUT);
    }
    if (in.getInt(4) != 2) {
      throw new ModelRefused(
          "the file is of version "
              + Integer.toUnsignedString(in.getInt(4))
              + ", must be of version 2; "
              + WAY_OUT);
    }
    if (in.getInt(8) != in.remaining()) {
      throw new ModelRefused(
          "the header says "
              + Integer.toUnsignedString(in.getInt(8))
              + " bytes, the file has "
              + in.remaining()
              + ": it is not whole; upload it again");
    }
    in.position(HEADER);
  }

  private static ByteBuffer chunk(ByteBuffer in, int type, String name) throws ModelRefused {
    if (in.remaining() < CHUNK_HEADER) {
      throw new ModelRefused("the " + name + " chunk is missing; " + WAY_OUT);
    }
    int length = in.getInt();
    if (in.getInt() != type) {
      throw new ModelRefused("a chunk stands where the " + name + " chunk must; " + WAY_OUT);
    }
    if (length < 0 || length > in.remaining() || length % 4 != 0) {
      throw new ModelRefused(
          "the "
              + name
              + " chunk says "
              + Integer.toUnsignedString(length)
              + " bytes, must be a multiple of 4 and at most the "
              + in.remaining()
              + " that follow; "
              + WAY_OUT);
    }
    ByteBuffer chunk = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    in.position(in.position() + length);
    return chunk;
  }

  private static ObjectNode object(ByteBuffer chunk) throws ModelRefused {
    String why = "it is no object";
    try {
      JsonNode read = MAPPER.readTree(UTF_8.decode(chunk).toString());
      if (read instanceof ObjectNode object) return object;
    } catch (JsonProcessingException e) {
      String said = e.getOriginalMessage();
      int end = said.indexOf('\n');
      why = end < 0 ? said : said.substring(0, end);
    }
    throw new ModelRefused(
        "the JSON of the model cannot be read within "
            + DEEPEST
            + " levels and "
            + LONGEST_TEXT
            + " characters a text: "
            + why
            + "; "
            + WAY_OUT);
  }
}
