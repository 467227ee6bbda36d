package trefas.cosem;

import trefas.quantity.Obis;

/// Names one method of one object (Cosem-Method-Descriptor, IEC 62056-5-3).
///
/// @param classId interface class, 0 to 65 535
/// @param methodId counts from 1; -128 to 127
public record MethodDescriptor(int classId, Obis logicalName, int methodId) {}
