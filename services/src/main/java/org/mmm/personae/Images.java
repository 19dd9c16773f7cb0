package org.mmm.personae;

import java.nio.ByteBuffer;

/** The images of a model: within the file, PNG or JPEG, and no larger than can be drawn. */
final class Images {
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int PNG_WIDTH = 16;
  private static final int PNG_LEAST = 24;

  private Images() {}

  static void check(Glb glb, Accessors accessors, ModelLimits limits) throws ModelRefused {
    Part root = Part.root(glb.json());
    String fewer = "paint the model with fewer images";
    ModelRefused.above("textures", root.list("textures").size(), limits.texturesAtMost(), fewer);
    ModelRefused.above("images", root.list("images").size(), limits.texturesAtMost(), fewer);
    for (Part image : root.list("images")) {
      image.without("uri", "a model refers to nothing outside; export it as one .glb file");
      Part view = accessors.view(image);
      int from = view.whole("byteOffset", 0, Integer.MAX_VALUE, 0);
      ByteBuffer bytes = // big endian, as images are
          glb.binary().slice(from, view.whole("byteLength", 1, Integer.MAX_VALUE));
      int side = side(bytes);
      if (side <= 0) throw image.wrong("a PNG or JPEG image");
      ModelRefused.above(
          image.way() + ", pixels of a side", side, limits.textureSideAtMost(), "scale it down");
    }
  }

  /** The longer side in pixels; 0 if it is neither PNG nor JPEG. */
  private static int side(ByteBuffer in) {
    if (in.remaining() >= PNG_LEAST && in.getLong(0) == PNG) {
      int width = in.getInt(PNG_WIDTH);
      int height = in.getInt(PNG_WIDTH + 4);
      return width <= 0 || height <= 0 ? 0 : Math.max(width, height);
    }
    boolean jpeg = in.remaining() > 4 && (in.getShort(0) & 0xFFFF) == 0xFFD8;
    return jpeg ? jpegSide(in) : 0;
  }

  /** From segment to segment until the one that says the size. */
  private static int jpegSide(ByteBuffer in) {
    int at = 2;
    while (at + 9 <= in.capacity()) {
      int marker = in.getShort(at) & 0xFFFF;
      boolean size = // start of frame, of any kind
          marker >= 0xFFC0
              && marker <= 0xFFCF
              && marker != 0xFFC4
              && marker != 0xFFC8
              && marker != 0xFFCC;
      if (size) return Math.max(in.getShort(at + 5) & 0xFFFF, in.getShort(at + 7) & 0xFFFF);
      int length = in.getShort(at + 2) & 0xFFFF;
      if (marker < 0xFF01 || length < 2) return 0;
      at += 2 + length;
    }
    return 0;
  }
}
