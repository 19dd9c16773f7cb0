package org.mmm.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** A model as a human may have made it: a sail of one triangle with an image on it. */
final class OwnModel {
  private static final byte[] IMAGE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static final String JSON =
      """
      {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 0}],
       "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "material": 0}]}],
       "materials": [{"doubleSided": true, "pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
       "textures": [{"source": 0}], "images": [{"mimeType": "image/png", "bufferView": 2}],
       "buffers": [{"byteLength": %1$d}],
       "bufferViews": [{"buffer": 0, "byteLength": 36}, {"buffer": 0, "byteOffset": 36, "byteLength": 24},
                       {"buffer": 0, "byteOffset": 60, "byteLength": %2$d}],
       "accessors": [
         {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [-1, 0, 0], "max": [1, 2, 0]},
         {"bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC2"}]}
      """;

  private OwnModel() {}

  /** As a GLB file. */
  static byte[] painted() {
    byte[] json = JSON.formatted(60 + IMAGE.length, IMAGE.length).getBytes(UTF_8);
    int jsonLength = (json.length + 3) & ~3;
    int binaryLength = (60 + IMAGE.length + 3) & ~3;
    ByteBuffer out =
        ByteBuffer.allocate(28 + jsonLength + binaryLength).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
    out.putInt(jsonLength).putInt(0x4E4F534A).put(json);
    while (out.position() < 20 + jsonLength) out.put((byte) ' ');
    out.putInt(binaryLength).putInt(0x004E4942);
    for (float one : new float[] {-1, 0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 1, 1, 0.5f, 0}) {
      out.putFloat(one);
    }
    out.put(IMAGE);
    return out.array();
  }
}
