package trefas.dlms.server;

import trefas.cosem.Requester;

/// Who asks, and how long the plain answer to him may be: what protection adds is taken off already.
record Asker(Requester requester, int answerOctetsMax) {}
