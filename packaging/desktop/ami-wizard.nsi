; The Windows installer, for one person and without an administrator's rights:
;   makensis -DVERSION=1.2.3 -DFOLDER=where\ami-wizard -DOUT=ami-wizard-1.2.3-setup.exe ami-wizard.nsi
; FOLDER is the finished folder of the program. bundle.py runs it where makensis is installed.
Unicode true
RequestExecutionLevel user
Name "AMI Wizard"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\AMI Wizard"
InstallDirRegKey HKCU "Software\AMI Wizard" "Folder"
SetCompressor /SOLID lzma
; What was there stays in the order of its names, and nothing tells when it was packed.
SetDateSave off
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "AMI Wizard"
VIAddVersionKey "FileDescription" "AMI Wizard, installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" ""

!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\AMI Wizard"
!define CLASSES "Software\Classes"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
  SetOutPath "$INSTDIR"
  ; An older version's files would be loaded beside the new ones.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\AMI Wizard.lnk" "$INSTDIR\ami-wizard.exe"
  WriteRegStr HKCU "Software\AMI Wizard" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${CLASSES}\.amiwizard" "" "AMIWizard.Answers"
  WriteRegStr HKCU "${CLASSES}\AMIWizard.Answers" "" "AMI Wizard answers"
  WriteRegStr HKCU "${CLASSES}\AMIWizard.Answers\DefaultIcon" "" "$INSTDIR\ami-wizard.exe,0"
  WriteRegStr HKCU "${CLASSES}\AMIWizard.Answers\shell\open\command" "" '"$INSTDIR\ami-wizard.exe" "%1"'
  WriteRegStr HKCU "${GONE}" "DisplayName" "AMI Wizard"
  WriteRegStr HKCU "${GONE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${GONE}" "DisplayIcon" "$INSTDIR\ami-wizard.exe"
  WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${GONE}" "NoModify" 1
  WriteRegDWORD HKCU "${GONE}" "NoRepair" 1
SectionEnd

; Settings and answers are the person's own, and stay.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\ami-wizard.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\AMI Wizard.lnk"
  DeleteRegKey HKCU "${CLASSES}\.amiwizard"
  DeleteRegKey HKCU "${CLASSES}\AMIWizard.Answers"
  DeleteRegKey HKCU "Software\AMI Wizard"
  DeleteRegKey HKCU "${GONE}"
SectionEnd
