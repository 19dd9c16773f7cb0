package org.mmm.personae;

/**
 * How large the model of a Persona may be, so that every browser that sees it can draw it.
 *
 * @param bytesAtMost bytes of the file
 * @param jsonAtMost bytes of the JSON in it
 * @param verticesAtMost vertices drawn, those of a mesh once for each node that shows it
 * @param nodesAtMost nodes, and as many parts drawn
 * @param texturesAtMost textures, and as many images
 * @param textureSideAtMost pixels of either side of an image
 */
public record ModelLimits(
    int bytesAtMost,
    int jsonAtMost,
    int verticesAtMost,
    int nodesAtMost,
    int texturesAtMost,
    int textureSideAtMost) {}
