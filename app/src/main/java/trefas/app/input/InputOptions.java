package trefas.app.input;

import trefas.recording.PcmFormat;
import trefas.recording.RecordingOptions;

/// What the user says about the inputs.
///
/// @param format or [InputFormat#AUTO]
/// @param recording mapping, scaling, full scale and rate
/// @param samples how bare samples are written
/// @param channels in a frame of bare samples
public record InputOptions(InputFormat format, RecordingOptions recording, PcmFormat samples, int channels) {}
