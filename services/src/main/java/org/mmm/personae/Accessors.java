package org.mmm.personae;

import java.util.List;
import java.util.Map;

/** The numbers of a model: each list of them lies within the bytes that the file has. */
final class Accessors {
  private static final Map<String, Integer> COMPONENTS =
      Map.of("SCALAR", 1, "VEC2", 2, "VEC3", 3, "VEC4", 4, "MAT2", 4, "MAT3", 9, "MAT4", 16);
  private static final Map<Integer, Integer> BYTES =
      Map.of(5120, 1, 5121, 1, 5122, 2, 5123, 2, 5125, 4, 5126, 4);
  private static final int FLOAT = 5126;

  private final List<Part> views;
  private final List<Part> all;

  private Accessors(List<Part> views, List<Part> all) {
    this.views = views;
    this.all = all;
  }

  static Accessors checked(Glb glb) throws ModelRefused {
    Part root = Part.root(glb.json());
    int bytes = buffer(root, glb.binary().capacity());
    List<Part> views = root.list("bufferViews");
    for (Part view : views) checkView(view, bytes);
    Accessors accessors = new Accessors(views, root.list("accessors"));
    for (Part one : accessors.all) accessors.check(one);
    return accessors;
  }

  /** How many bytes the one buffer has. */
  private static int buffer(Part root, int binary) throws ModelRefused {
    List<Part> buffers = root.list("buffers");
    ModelRefused.above("buffers", buffers.size(), 1, "export it as one file (.glb)");
    if (buffers.isEmpty()) return 0;
    buffers.get(0).without("uri", "a model refers to nothing outside; export it as one .glb file");
    return buffers.get(0).whole("byteLength", 1, binary);
  }

  private static void checkView(Part view, int bytes) throws ModelRefused {
    view.whole("buffer", 0, 0);
    int offset = view.whole("byteOffset", 0, bytes, 0);
    view.whole("byteLength", 1, bytes - offset);
    if (view.has("byteStride") && view.whole("byteStride", 4, 252) % 4 != 0) {
      throw view.field("byteStride").wrong("a multiple of 4");
    }
  }

  private void check(Part accessor) throws ModelRefused {
    accessor.without("sparse", "sparse numbers are not taken; export the model without them");
    Part view = accessor.in(views, "bufferView");
    int component = bytes(accessor);
    Integer components = COMPONENTS.get(accessor.field("type").node().asText());
    if (components == null) throw accessor.field("type").wrong("one of " + COMPONENTS.keySet());
    int length = view.whole("byteLength", 1, Integer.MAX_VALUE);
    int offset = accessor.whole("byteOffset", 0, length, 0);
    if ((offset + view.whole("byteOffset", 0, Integer.MAX_VALUE, 0)) % component != 0) {
      throw accessor.field("byteOffset").wrong("aligned to its numbers of " + component + " bytes");
    }
    int size = component * components;
    int stride = view.whole("byteStride", size, 252, size);
    int fits = length - offset < size ? 0 : 1 + (length - offset - size) / stride;
    accessor.whole("count", 1, fits);
  }

  private static int bytes(Part accessor) throws ModelRefused {
    Part type = accessor.field("componentType");
    Integer bytes = BYTES.get(type.node().asInt());
    if (bytes == null) throw type.wrong("one of 5120 to 5123, 5125 and 5126");
    return bytes;
  }

  /** How many positions a part of a mesh has: float VEC3. */
  int positions(Part attributes) throws ModelRefused {
    Part position = attributes.in(all, "POSITION");
    if (!position.field("type").node().asText().equals("VEC3")
        || position.field("componentType").node().asInt() != FLOAT) {
      throw position.wrong("float VEC3, as a POSITION is");
    }
    return count(position);
  }

  /** How many numbers the list has that a field names by its index. */
  int count(Part holder, String name) throws ModelRefused {
    return count(holder.in(all, name));
  }

  /** The bytes of an image: a view of them. */
  Part view(Part image) throws ModelRefused {
    return image.in(views, "bufferView");
  }

  private static int count(Part accessor) throws ModelRefused {
    return accessor.whole("count", 1, Integer.MAX_VALUE);
  }
}
