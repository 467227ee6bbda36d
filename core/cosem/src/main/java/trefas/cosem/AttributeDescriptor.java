package trefas.cosem;

import trefas.quantity.Obis;

/// Names one attribute of one object (Cosem-Attribute-Descriptor, IEC 62056-5-3).
///
/// @param classId interface class, 0 to 65 535
/// @param attributeId 1 is always `logical_name`; 0 means all attributes; -128 to 127
public record AttributeDescriptor(int classId, Obis logicalName, int attributeId) {}
