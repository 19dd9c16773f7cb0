package org.mmm.personae;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A figure of flat, coloured faces, written as GLB: one mesh with one material, so that it is one
 * draw call. Metres, y up, the feet at y = 0, looking along z, as glTF has it.
 */
final class Figure {
  private static final int VERTEX_BYTES = 28; // position and normal as floats, colour as bytes
  private static final int SEGMENTS = 8;

  /** A corner of a face. */
  private record Point(double x, double y, double z) {
    Point minus(Point other) {
      return new Point(x - other.x, y - other.y, z - other.z);
    }

    Point cross(Point by) {
      return new Point(y * by.z - z * by.y, z * by.x - x * by.z, x * by.y - y * by.x);
    }

    Point unit() {
      double length = StrictMath.sqrt(x * x + y * y + z * z);
      return new Point(x / length, y / length, z / length);
    }
  }

  /** Four corners, counter-clockwise as seen from outside. */
  private record Face(Point a, Point b, Point c, Point d, int colour) {}

  private final List<Face> faces = new ArrayList<>();

  /** A box by its centre and its sides in metres; colour as 0xRRGGBB. */
  Figure box(double x, double y, double z, double wide, double high, double deep, int colour) {
    double[] xs = {x - wide / 2, x + wide / 2};
    double[] ys = {y - high / 2, y + high / 2};
    double[] zs = {z - deep / 2, z + deep / 2};
    int[][] corners = {
      {0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1}, // front
      {1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 0}, // back
      {1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1, 1}, // right
      {0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 1, 0}, // left
      {0, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 0}, // top
      {0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1} // bottom
    };
    for (int[] at : corners) {
      Point[] p = new Point[4];
      for (int i = 0; i < 4; i++) {
        p[i] = new Point(xs[at[3 * i]], ys[at[3 * i + 1]], zs[at[3 * i + 2]]);
      }
      faces.add(new Face(p[0], p[1], p[2], p[3], colour));
    }
    return this;
  }

  /** What a profile sweeps when it turns about the y axis: pairs of radius and height, upwards. */
  Figure turned(int colour, double... profile) {
    for (int i = 0; i + 3 < profile.length; i += 2) {
      for (int s = 0; s < SEGMENTS; s++) {
        faces.add(
            new Face(
                around(profile[i], profile[i + 1], s),
                around(profile[i], profile[i + 1], s + 1),
                around(profile[i + 2], profile[i + 3], s + 1),
                around(profile[i + 2], profile[i + 3], s),
                colour));
      }
    }
    return this;
  }

  private static Point around(double radius, double y, int segment) {
    double turn = 2 * StrictMath.PI * segment / SEGMENTS;
    return new Point(radius * StrictMath.sin(turn), y, radius * StrictMath.cos(turn));
  }

  byte[] glb() {
    int vertices = faces.size() * 4;
    int indices = faces.size() * 6;
    ByteBuffer binary = little(vertices * VERTEX_BYTES + indices * 2);
    float[] least = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
    float[] most = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
    for (Face face : faces) {
      // The diagonals: a side may have shrunk to a point.
      Point normal = face.c.minus(face.a).cross(face.d.minus(face.b)).unit();
      for (Point p : List.of(face.a, face.b, face.c, face.d)) {
        float[] at = {(float) p.x, (float) p.y, (float) p.z};
        for (int i = 0; i < 3; i++) {
          binary.putFloat(at[i]);
          least[i] = Math.min(least[i], at[i]);
          most[i] = Math.max(most[i], at[i]);
        }
        binary.putFloat((float) normal.x).putFloat((float) normal.y).putFloat((float) normal.z);
        binary.put((byte) (face.colour >> 16)).put((byte) (face.colour >> 8));
        binary.put((byte) face.colour).put((byte) 255);
      }
    }
    for (int first = 0; first < vertices; first += 4) {
      for (int corner : new int[] {0, 1, 2, 0, 2, 3}) binary.putShort((short) (first + corner));
    }
    return file(json(vertices, indices, least, most), binary.array());
  }

  private static String json(int vertices, int indices, float[] least, float[] most) {
    return String.format(
        Locale.ROOT,
        """
        {"asset":{"version":"2.0","generator":"MMM Runtime"},"scene":0,"scenes":[{"nodes":[0]}],
        "nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":{"POSITION":0,"NORMAL":1,"COLOR_0":2},
        "indices":3,"material":0}]}],
        "materials":[{"pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.8}}],
        "buffers":[{"byteLength":%4$d}],
        "bufferViews":[{"buffer":0,"byteLength":%3$d,"byteStride":28,"target":34962},
        {"buffer":0,"byteOffset":%3$d,"byteLength":%5$d,"target":34963}],
        "accessors":[
        {"bufferView":0,"componentType":5126,"count":%1$d,"type":"VEC3","min":%6$s,"max":%7$s},
        {"bufferView":0,"byteOffset":12,"componentType":5126,"count":%1$d,"type":"VEC3"},
        {"bufferView":0,"byteOffset":24,"componentType":5121,"normalized":true,"count":%1$d,"type":"VEC4"},
        {"bufferView":1,"componentType":5123,"count":%2$d,"type":"SCALAR"}]}\
        """,
        vertices,
        indices,
        vertices * VERTEX_BYTES,
        vertices * VERTEX_BYTES + indices * 2,
        indices * 2,
        Arrays.toString(least),
        Arrays.toString(most));
  }

  /** A GLB file of that JSON and those bytes, both filled up to a multiple of 4. */
  static byte[] file(String json, byte[] binary) {
    byte[] text = json.getBytes(UTF_8);
    int jsonLength = (text.length + 3) & ~3;
    int binaryLength = (binary.length + 3) & ~3;
    ByteBuffer out = little(28 + jsonLength + binaryLength);
    out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
    out.putInt(jsonLength).putInt(0x4E4F534A).put(text);
    while (out.position() < 20 + jsonLength) out.put((byte) ' ');
    out.putInt(binaryLength).putInt(0x004E4942).put(binary);
    return out.array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
