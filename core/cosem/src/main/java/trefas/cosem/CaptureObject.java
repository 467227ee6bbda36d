package trefas.cosem;

import trefas.quantity.Obis;

/// A column of a profile: which attribute of which object is captured (capture_object_definition, class 7).
///
/// @param dataIndex 0 for the whole attribute, else the element of a structured one
public record CaptureObject(int classId, Obis logicalName, int attributeIndex, int dataIndex) {}
