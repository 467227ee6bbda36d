package trefas.app.measure;

import trefas.app.report.Verdict;

/// One line of the verdict table.
///
/// @param characteristic what was judged
/// @param measured what was found, with its unit
/// @param limit what is allowed, with its unit
/// @param verdict how the two compare
/// @param remark why, in a few words
public record Judgement(String characteristic, String measured, String limit, Verdict verdict, String remark) {}
